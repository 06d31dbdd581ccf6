import nodemailer from 'nodemailer';
import type { Send } from './message.ts';

/** Sends mail through an SMTP server; reads neither files nor addresses named in a message. */
export function smtpSender(url: string, from: string): Send {
  const transport = nodemailer.createTransport(url, { disableFileAccess: true, disableUrlAccess: true });
  return async ({ recipient, subject, body }) => {
    await transport.sendMail({
      from,
      to: recipient,
      subject,
      text: body,
      disableFileAccess: true,
      disableUrlAccess: true
    });
  };
}
