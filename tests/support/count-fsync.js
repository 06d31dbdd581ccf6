import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Loaded before the server: one byte in the file of FSYNC_COUNT for each time it has had a file written to disk. */
const file = process.env.FSYNC_COUNT;
if (file) {
  const count = fs.openSync(file, 'a');
  for (const name of /** @type {const} */ (['fsyncSync', 'fdatasyncSync'])) {
    const sync = fs[name];
    fs[name] = (descriptor) => {
      sync(descriptor);
      fs.writeSync(count, '.');
    };
  }
  syncBuiltinESMExports();
}
