import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store, Tx } from '#lib/server/db.ts';
import { findRound, findRoundAt, listRounds } from '#lib/server/round.ts';
import { listProgress } from '#lib/server/round-progress.ts';
import { openDemonstrationStore } from '../support/demonstration-store.ts';

let db: Store;
beforeAll(async () => {
  db = await openDemonstrationStore();
});
afterAll(() => db.close());
const asPublic = <T>(work: (tx: Tx) => Promise<T>) => db.transaction({ kind: 'public' }, work);

it('a round is found by its id and by its address, the newest period first', async () => {
  expect((await asPublic(listRounds)).map(({ id }) => id)).toEqual(['sor-2024', 'trondelag-2023']);
  const round = await asPublic((tx) => findRound(tx, 'sor-2024'));
  expect(await asPublic((tx) => findRoundAt(tx, 'sor', '2024'))).toEqual(round);
  expect(round).toMatchObject({ periodStart: '2022-07-01', periodEnd: '2024-03-31' });
});

it('an unknown round is null', async () => {
  expect(await asPublic((tx) => findRound(tx, 'nord-2024'))).toBeNull();
  expect(await asPublic((tx) => findRoundAt(tx, 'nord', '2024'))).toBeNull();
});

it('its progress is nobody’s but those who follow it', async () => {
  expect(await asPublic((tx) => listProgress(tx, 'sor-2024')).catch((error: unknown) => error)).toEqual([]);
});
