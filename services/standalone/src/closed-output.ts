/**
 * Whoever reads what we print may go away before we do (`npm start | head`): what is printed then is lost, and that is no
 * reason to end.
 */
export function goOnWithoutReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
