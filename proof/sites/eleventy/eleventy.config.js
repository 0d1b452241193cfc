/** A site as most of Eleventy's are: an input folder, data files in folders, posts by tag. */
export default function (config) {
  config.addFilter('json', (value) => JSON.stringify(value));
  return { dir: { input: 'content', output: '_site' } };
}
