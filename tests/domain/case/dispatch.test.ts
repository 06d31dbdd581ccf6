import { describe, expect, it } from 'vitest';
import {
  dispatchStates,
  dispatchTasks,
  nextDispatchState,
  pollMinutes,
  readMobile,
  retryMinutes,
  taskOnFailure,
  type DispatchEvent
} from '#lib/domain/case/dispatch.ts';
import { altinnStatuses, carrierStatusOf, svarutStatuses } from '#lib/domain/case/dispatch-status.ts';

describe('a status of SvarUt', () => {
  const documented = {
    v2: 'MOTTATT AKSEPTERT AVVIST VARSLET LEST SENDT_PRINT PRINTET MANUELT_HANDTERT SENDT_DIGITALT SENDT_SDP LEVERT_SDP KLAR_FOR_MOTTAK IKKE_LEVERT',
    v3: 'FEILET_UNDER_MOTTAK SENDT_ALTINN LEVERT_ALTINN SENDT_NHN_MOTTAKER LEVERT_NHN_MOTTAKER SLETTET'
  };

  it('of version 2 or 3 has a meaning, and none that is not theirs', () => {
    expect(Object.keys(svarutStatuses).sort()).toEqual(`${documented.v2} ${documented.v3}`.split(' ').sort());
    expect(carrierStatusOf('NOE_NYTT')).toBeNull();
    expect(carrierStatusOf('constructor')).toBeNull();
  });

  it.each([...Object.entries(svarutStatuses), ...Object.entries(altinnStatuses)])(
    '%s makes a task exactly when the message will not arrive by itself',
    (_, { state, task }) => {
      expect(task !== null).toBe(state === 'failed');
      if (task) expect(dispatchTasks).toContain(task);
    }
  );

  it.each(['AVVIST', 'IKKE_LEVERT', 'FEILET_UNDER_MOTTAK'])('%s means that the letter goes by post', (status) => {
    expect(carrierStatusOf(status)).toEqual({ state: 'failed', way: null, task: 'send_on_paper' });
  });
});

describe('the state of a message', () => {
  const events: DispatchEvent[] = ['claim', 'defer', 'doubt', 'accept', 'deliver', 'fail', 'hand_over', 'cancel'];
  const table = events.flatMap((event) => dispatchStates.map((state) => [event, state] as const));

  it('that is in doubt is left only by the answer of a carrier: never by hand', () => {
    expect(nextDispatchState('sending', 'hand_over')).toBeNull();
    expect(nextDispatchState('sending', 'cancel')).toBeNull();
  });

  it('changes in the documented cases only', () => {
    const allowed = table.filter(([event, state]) => nextDispatchState(state, event) !== null);
    expect(allowed.map(([event, state]) => `${state} ${event} ${nextDispatchState(state, event)}`).sort()).toEqual([
      'accepted accept accepted',
      'accepted deliver delivered',
      'accepted fail failed',
      'accepted hand_over handed_over',
      'delivered hand_over handed_over',
      'failed hand_over handed_over',
      'queued cancel cancelled',
      'queued claim sending',
      'queued hand_over handed_over',
      'sending accept accepted',
      'sending claim sending',
      'sending defer queued',
      'sending deliver delivered',
      'sending doubt sending',
      'sending fail failed'
    ]);
  });
});

describe('waiting', () => {
  it('doubles from a minute to six hours', () => {
    expect([1, 2, 3, 9, 10, 40].map(retryMinutes)).toEqual([1, 2, 4, 256, 360, 360]);
  });

  it('asks often at first, then each hour, then four times a day', () => {
    expect([0, 59, 60, 1439, 1440].map(pollMinutes)).toEqual([10, 10, 60, 60, 360]);
  });

  it('ends in a call for an SMS and in the post for a letter', () => {
    expect([taskOnFailure('sms'), taskOnFailure('letter'), taskOnFailure('notice')]).toEqual([
      'phone',
      'send_on_paper',
      'send_on_paper'
    ]);
  });
});

describe('a mobile number', () => {
  it.each([
    ['912 34 567', '+4791234567'],
    ['0047 41234567', '+4741234567'],
    ['+46701234567', '+46701234567'],
    ['22 22 22 22', null],
    ['+4722222222', null],
    ['912345', null],
    ['', null]
  ])('%s is read as %s', (text, number) => {
    expect(readMobile(text)).toBe(number);
  });
});
