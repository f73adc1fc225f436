import type { Database } from '../database/database';
import { SYSTEM } from '../identity/actor';
import type { Gauge } from './metric-registry';

/** The connections of a service's pool. */
export function poolGauge(database: Database): Gauge {
  return {
    name: 'tieuchi_pool_connections',
    help: 'Connections to PostgreSQL by what they do; `waiting` counts who waits for one.',
    labels: ['state'],
    read: () => {
      const { total, idle, waiting } = database.connections();
      return [
        { labels: { state: 'in_use' }, value: total - idle },
        { labels: { state: 'idle' }, value: idle },
        { labels: { state: 'waiting' }, value: waiting },
      ];
    },
  };
}

/** Which edition of geography's register a service counts by, and since when: they differ while one lags behind. */
export function registerGauges(database: Database): Gauge[] {
  const read = (column: string) => async () => {
    const sql = `select ${column}::float8 as value from register_edition`;
    return database.read<{ value: number }>(SYSTEM, sql);
  };
  return [
    {
      name: 'tieuchi_register_edition',
      help: "The edition of geography's register; the same in all services but for the seconds of a swap.",
      read: read('edition'),
    },
    {
      name: 'tieuchi_register_swapped_timestamp_seconds',
      help: 'When this service took its register over, in Unix time; the age is time() less this.',
      read: read('extract(epoch from swapped_at)'),
    },
  ];
}
