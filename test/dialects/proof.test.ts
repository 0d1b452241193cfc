import * as assert from 'uvu/assert';
import { compare } from '../../proof/compare.js';
import { tools } from '../../proof/tools.js';
import { suiteWithPrograms } from '../support/available.js';

for (const tool of tools) {
  const [command, ...args] = tool.program;
  const suite = suiteWithPrograms(`the same articles as ${tool.name}`, { [command]: args });
  suite(`addresses, dates, titles and drafts are those of ${tool.name}`, async () => {
    const { articles, differences } = await compare(tool);
    assert.ok(articles > 3, `${tool.name} published ${articles} articles`);
    assert.equal(differences, []);
  });
  suite.run();
}
