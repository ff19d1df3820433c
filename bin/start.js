// The program, from what the build has made of it: a script, and the code that the engine had compiled of it after real runs,
// so that a start compiles next to nothing. The engine itself looks whether the code is its own and of this script.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

const folder = path.join(__dirname, '../dist');
const file = path.join(folder, 'program.js');
const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData: keptCode() });

module.exports = script.runInThisContext()(file, folder, loadLater);

function keptCode() {
  try {
    return readFileSync(path.join(folder, 'program.code'));
  } catch {
    return undefined;
  }
}

/** @param name of a built-in module, or of a file beside the script */
function loadLater(name) {
  return import(name.startsWith('./') ? `../dist/${name}` : name);
}
