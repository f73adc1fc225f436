import { z } from 'zod';
import { portVariable, readEnvironment, serviceVariables, urlVariable } from './environment';
import { startLine } from './run-service';
import { StartError } from './start-error';

const schema = z.object({ ...serviceVariables, PORT: portVariable.default(4001), GEOGRAPHY_URL: urlVariable });
const SOUND = {
  DATABASE_URL: 'postgres://app:secret@127.0.0.1/tieuchi',
  OWNER_DATABASE_URL: 'postgresql://owner:secret@127.0.0.1/tieuchi',
  GEOGRAPHY_URL: 'http://geography:4001',
  INTERNAL_KEY: 'k'.repeat(32),
};

function faultOf(environment: NodeJS.ProcessEnv): StartError {
  try {
    readEnvironment(schema, environment);
  } catch (error) {
    return error as StartError;
  }
  throw new Error('the environment was accepted');
}

describe('the environment', () => {
  it('gives defaults to what is not set', () => {
    expect(readEnvironment(schema, SOUND)).toMatchObject({ PORT: 4001, HOST: '127.0.0.1', LOG_LEVEL: 'warn' });
    expect(readEnvironment(schema, SOUND).DEMONSTRATION).toBeUndefined();
  });

  it('names all faults at once, each with its variable', () => {
    const fault = faultOf({ ...SOUND, PORT: '70000', INTERNAL_KEY: 'short', GEOGRAPHY_URL: 'none', LOG_LEVEL: 'loud' });
    expect(fault).toBeInstanceOf(StartError);
    for (const name of ['PORT', 'INTERNAL_KEY', 'GEOGRAPHY_URL', 'LOG_LEVEL'])
      expect(fault.line).toContain(`${name}: `);
    expect(fault.line.match(/; /g)).toHaveLength(3);
    expect(fault.line).not.toContain('\n');
  });

  it('takes an empty variable for an absent one', () => {
    expect(readEnvironment(schema, { ...SOUND, PORT: '', HOST: '', DEMONSTRATION: '' })).toMatchObject({
      PORT: 4001,
      HOST: '127.0.0.1',
    });
    expect(faultOf({ ...SOUND, INTERNAL_KEY: '' }).line).toContain('INTERNAL_KEY: is missing');
  });

  it('names one shared key, or two while they are rotated, each of 32 characters', () => {
    const key = 'k'.repeat(32);
    expect(readEnvironment(schema, { ...SOUND, INTERNAL_KEY: `${key},${key}` }).INTERNAL_KEY).toBe(`${key},${key}`);
    for (const [keys, fault] of [
      [`${key},`, '32 characters or more'],
      [`${key},short`, '32 characters or more'],
      [`${key},${key},${key}`, 'two keys while they are rotated'],
    ]) {
      expect(faultOf({ ...SOUND, INTERNAL_KEY: keys }).line).toContain(fault);
    }
  });

  it('repeats no value, since it may be a secret', () => {
    const fault = faultOf({ ...SOUND, INTERNAL_KEY: 'hunter2', DATABASE_URL: 'pa55word' });
    expect(fault.line).not.toMatch(/hunter2|pa55word/);
  });

  it.each(['', ' ', 'http', '4001.5', '-1', '65536', '0x10', '1e3'])('takes no port from %j', (port) => {
    if (port === '') return expect(readEnvironment(schema, { ...SOUND, PORT: port }).PORT).toBe(4001);
    expect(faultOf({ ...SOUND, PORT: port }).line).toContain('PORT: ');
  });

  it.each(['geography:4001', 'localhost:4001', '//geography', 'ftp://geography', 'file:///etc'])(
    'takes no address from %j, which no client here can call',
    (url) => {
      expect(faultOf({ ...SOUND, GEOGRAPHY_URL: url }).line).toContain('GEOGRAPHY_URL: must be a URL');
    },
  );

  it('reads a switch in words, and nothing else', () => {
    expect(readEnvironment(schema, { ...SOUND, DEMONSTRATION: 'false' }).DEMONSTRATION).toBe(false);
    expect(readEnvironment(schema, { ...SOUND, DEMONSTRATION: 'true' }).DEMONSTRATION).toBe(true);
    expect(faultOf({ ...SOUND, DEMONSTRATION: 'perhaps' }).line).toContain('DEMONSTRATION: must be true or false');
  });
});

describe('the line of a start that cannot go on', () => {
  it('says what is wrong and what to do', () => {
    expect(startLine(new StartError('port 4000 is in use', 'end what uses it'))).toBe(
      'port 4000 is in use – end what uses it',
    );
  });

  it.each(['ECONNREFUSED', '28P01', '3D000'])('knows %s for a database that cannot be reached', (code) => {
    expect(startLine(Object.assign(new Error(''), { code }))).toMatch(
      /^the database cannot be reached .* DATABASE_URL$/,
    );
  });

  it('has words for an error without any', () => {
    expect(startLine(new Error(''))).toBe('Error');
  });
});
