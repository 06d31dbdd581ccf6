import type { Send } from './message.ts';

/** A conversation of seven turns with a silent server ends before another replica may claim the mail. */
const silenceMs = 35_000;

/**
 * Sends mail through an SMTP server; reads neither files nor addresses named in a message. The Message-ID is that of the
 * message, so that one that arrives twice can be recognised.
 */
export function smtpSender(url: string, from: string): Send {
  const open = async () =>
    (await import('nodemailer')).default.createTransport(url, {
      ...{ disableFileAccess: true, disableUrlAccess: true },
      ...{ connectionTimeout: silenceMs, greetingTimeout: silenceMs, socketTimeout: silenceMs }
    });
  let transport: ReturnType<typeof open> | undefined; // a start that sends nothing loads nothing
  const host = /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return async ({ id, recipient, subject, body }) => {
    transport ??= open();
    await (
      await transport
    ).sendMail({
      messageId: `<${id}@${host}>`,
      from,
      to: recipient,
      subject,
      text: body,
      disableFileAccess: true,
      disableUrlAccess: true
    });
  };
}
