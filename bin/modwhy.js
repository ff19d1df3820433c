#!/usr/bin/env node
// Words of old JavaScript only: an old Node must get as far as the sentence below.
const version = process.versions.node.split('.').map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 15)) {
  process.stderr.write(`modwhy needs Node 22.15 or newer, and this is ${process.version}: install a newer one from https://nodejs.org\n`);
  process.exitCode = 2;
} else {
  let program;
  try {
    program = require('./start.js');
  } catch (error) {
    process.stderr.write(`modwhy cannot start: ${error.message}\n  build it first: npm run build\n`);
    process.exitCode = 70;
  }
  // Where nothing is open any more, Node would only look for work and collect garbage before it ends.
  if (program)
    program.run().then(() => {
      if (process.getActiveResourcesInfo().length === 0) process.exit();
    });
}
