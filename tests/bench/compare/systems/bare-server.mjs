// Sends the answers of a file by their place: GET or POST /PLACE.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const answers = JSON.parse(readFileSync(process.argv[2], 'utf8')).map((text) => Buffer.from(text));

const server = createServer((request, response) => {
  const bytes = answers[Number(request.url.slice(1))];
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
