// Loaded before a process of ours by --require: at SIGUSR2 it collects all garbage and writes what is left of its heap.
const { renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString, writeHeapSnapshot } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
setFlagsFromString('--no-expose-gc');
let asked = 0;

process.on('SIGUSR2', () => {
  collect();
  // what the first collection let go of may end others, a turn later
  setImmediate(() => {
    collect();
    asked += 1;
    if (process.env.HEAP_SNAPSHOTS) writeHeapSnapshot(join(__dirname, `${process.pid}-${asked}.heapsnapshot`));
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    const file = join(__dirname, `${process.pid}.json`);
    // whole or not at all: whoever asked reads it as soon as it is there
    writeFileSync(`${file}.new`, JSON.stringify({ asked, heapUsed, external, arrayBuffers }));
    renameSync(`${file}.new`, file);
  });
});
