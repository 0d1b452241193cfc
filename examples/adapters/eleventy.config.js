// eleventy.config.js: Eleventy builds the pages, and feedwright adds feeds with the text of those pages.
import { build } from 'feedwright';

export default function (config) {
  config.on('eleventy.after', async ({ directories }) => {
    const { input, output } = directories ?? { input: '.', output: '_site' };
    const { ok, diagnostics } = await build({ articles: input, rendered: output, out: output });
    for (const { level, file, line, message } of diagnostics) console.log(`${level} ${file}:${line} ${message}`);
    if (!ok) throw new Error('The feeds were not published.');
  });
}
