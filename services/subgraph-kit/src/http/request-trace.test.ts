import { readTrace, traceHeaders } from './request-trace';

const PARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('the id of a request', () => {
  it.each(['a1b2c3d4', '0af76519-16cd-43dd-8448-eb211c80319c', 'x'.repeat(64)])('is taken over: %s', (id) => {
    expect(readTrace({ 'x-request-id': id }).correlationId).toBe(id);
  });

  it.each([
    ['too short', 'a1b2c3d'],
    ['too long', 'x'.repeat(65)],
    ['a token', 'eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl'],
    ['a name', 'Nguyễn Văn A'],
    ['with a line of its own', 'a1b2c3d4\nlevel=50'],
    ['repeated', ['a1b2c3d4', 'a1b2c3d5'] as unknown as string],
    ['not there', undefined],
  ])('is made anew where the one that came is %s', (_what, id) => {
    expect(readTrace({ 'x-request-id': id }).correlationId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

describe('the trace of a client', () => {
  it('is taken over when it is well-formed', () => {
    expect(readTrace({ traceparent: PARENT }).traceparent).toBe(PARENT);
  });

  it.each([
    ['another version', PARENT.replace(/^00/, '01')],
    ['a trace of zeros', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`],
    ['a parent of zeros', `00-0af7651916cd43dd8448eb211c80319c-${'0'.repeat(16)}-01`],
    ['capital letters', PARENT.toUpperCase()],
    ['something behind it', `${PARENT}-x`],
  ])('is left behind when it has %s', (_what, traceparent) => {
    expect(readTrace({ traceparent }).traceparent).toBeNull();
  });
});

it('goes along to other processes, and nothing goes where no client asked', () => {
  const trace = readTrace({ 'x-request-id': 'a1b2c3d4', traceparent: PARENT });
  expect(traceHeaders(trace)).toEqual({ 'x-request-id': 'a1b2c3d4', traceparent: PARENT });
  expect(traceHeaders(undefined)).toEqual({});
});
