import { expect, it } from 'vitest';
import { readForm } from '#lib/server/form-body.ts';

const post = (body: BodyInit, type: string) =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    ...{ duplex: 'half' }
  });

it('a form is read', async () => {
  const form = await readForm(post('name=Kari', 'application/x-www-form-urlencoded'));
  expect(form.get('name')).toBe('Kari');
});

it('a body that is no form is the fault of who sent it', async () => {
  const reading = readForm(post('rubbish', 'multipart/form-data; boundary=x'));
  await expect(reading).rejects.toMatchObject({ status: 400, code: 'unreadable' });
});

it('a body that SvelteKit stops as too large is refused as that', async () => {
  const tooLarge = Object.assign(new Error('too large'), { status: 413 });
  const body = new ReadableStream({ start: (controller) => controller.error(tooLarge) });
  const reading = readForm(post(body, 'application/x-www-form-urlencoded'));
  await expect(reading).rejects.toMatchObject({ status: 413, code: 'too-large' });
});

it.each([
  ['with its length told', { 'content-length': '600000' }],
  ['without', {}]
])('a body that is larger than a form may be is refused %s, and taken where more is allowed', async (_, headers) => {
  const large = () =>
    new Request('http://localhost/', {
      method: 'POST',
      body: new ReadableStream({
        start(controller) {
          for (let part = 0; part < 6; part += 1) controller.enqueue(Buffer.alloc(100_000, 'a'));
          controller.close();
        }
      }),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      ...{ duplex: 'half' }
    });
  await expect(readForm(large())).rejects.toMatchObject({ status: 413, code: 'too-large' });
  expect([...(await readForm(large(), 1_000_000))]).toHaveLength(1);
});
