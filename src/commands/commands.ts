import { build } from './build.js';
import { changesCommand } from './changes.js';
import { check } from './check.js';
import type { Command } from './command.js';
import { importCommand } from './import.js';
import { init } from './init.js';
import { newCommand } from './new.js';
import { notifyCommand } from './notify.js';
import { publishCommand } from './publish.js';
import { serve } from './serve.js';

/** Every command of the program. A new one is a new line here. */
export const commands: readonly Command[] = [
  build,
  check,
  serve,
  init,
  newCommand,
  importCommand,
  publishCommand,
  notifyCommand,
  changesCommand,
];
