import { expect, it } from 'vitest';
import { readWebAddress, secureAddress } from '#lib/domain/web-address.ts';

it.each([
  ['https://www.vennesla.kommune.no/rus', 'https://www.vennesla.kommune.no/rus'],
  ['http://vennesla.no', 'http://vennesla.no'],
  ['www.vennesla.no/rus?a=1', 'https://www.vennesla.no/rus?a=1'],
  ['blåbær.no/å', 'https://blåbær.no/å'],
  ['vennesla.no:8443', 'https://vennesla.no:8443']
])('the address "%s" is read as %s', (typed, address) => {
  expect(readWebAddress(typed)).toBe(address);
});

it.each([
  'javascript:alert(1)',
  'https://javascript:alert(1)',
  'data:text/html,x',
  'mailto:kari@vennesla.no',
  'ftp://vennesla.no',
  'https://kari:hemmelig@vennesla.no',
  '//vennesla.no',
  'vennesla',
  'https://',
  'https://127.0.0.1/',
  'på nettsiden vår',
  `https://vennesla.no/${'x'.repeat(500)}`
])('"%s" is no address of a page', (typed) => {
  expect(readWebAddress(typed)).toBeNull();
});

it.each([
  ['https://www.vennesla.kommune.no/rus', 'https://www.vennesla.kommune.no/rus'],
  ['http://vennesla.no', null],
  ['www.vennesla.no', null],
  ['javascript:alert(1)', null],
  ['https://kari:hemmelig@vennesla.no', null]
])('a reader is led from "%s" to %s', (told, address) => {
  expect(secureAddress(told)).toBe(address);
});
