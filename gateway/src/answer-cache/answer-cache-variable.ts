import { z } from 'zod';

/** Megabytes for answers that are given again; a national overview is 60 kB, kept compressed beside. 0: each is made anew. */
export const answerCacheVariable = z.coerce.number().nonnegative().max(4_000).default(64);
