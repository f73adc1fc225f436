import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError for anything but four digits */
export function readYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('A year has four digits.');
  return Number(text);
}
