/* Lists what is published, one JSON text a line. */
hexo.extend.generator.register('list', (locals) => ({
  path: 'list.txt',
  data: locals.posts
    .map(({ permalink, date, title }) => JSON.stringify({ url: permalink, date: date.toISOString(), title }))
    .join('\n'),
}));
