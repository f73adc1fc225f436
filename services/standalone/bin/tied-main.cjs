// Runs the program that the first argument names, and ends it when the process that started it is gone: its end of our
// standard input closes then, however it went.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM')).resume();
require(process.argv[2]);
