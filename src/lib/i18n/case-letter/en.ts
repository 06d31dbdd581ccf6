import type { CaseLetterText } from './text.ts';

export const en: CaseLetterText = {
  outside: {
    letterTitle: (municipality) => `Letter from ${municipality}`,
    noticeTitle: (municipality) => `Notice from ${municipality}`,
    letterFile: 'letter.pdf',
    noticeFile: 'notice.pdf',
    calendarFile: 'appointment.ics',
    calendarSummary: (municipality) => `Appointment with ${municipality}`,
    reminder: (moment, municipality, phone) =>
      `You have an appointment ${moment} with ${municipality}. Questions? Call ${phone}.`
  },
  summons: {
    heading: 'Summons to a meeting',
    secondHeading: 'New summons to a meeting',
    opening: (unit, municipality) => `You are summoned to a meeting with ${unit} in ${municipality}.`,
    copy: (name) => `This is a copy of the letter to ${name}.`,
    missed: (moment) => `You did not come ${moment}. This is your new time.`,
    when: 'When',
    where: 'Where',
    digitally: (how) => `By video: ${how}`,
    howLong: 'How long',
    minutes: (minutes) => `about ${minutes} minutes`,
    whom: 'Whom you will meet',
    reference: 'Case number',
    why: 'Why you get this letter',
    because: (ground) => `The prosecuting authority requires you to meet with us. This is based on ${ground}.`,
    once: 'We will tell you when you have met the requirement.',
    there: 'What happens in the meeting',
    talk: 'We talk about your situation, and about what the municipality can help you with. You choose whether you want help.',
    notHealthCare: 'The meeting is not health care, and we keep no medical record.',
    bring:
      'Bring identification. Tell us in good time if you need an interpreter, or if anything must be arranged for you.',
    underage: 'You are under 18. You may bring a parent or another guardian.',
    hindered: 'If you cannot come',
    call: (phone) => `Call us on ${phone} as soon as you know. If you have a good reason, we will find a new time.`,
    otherwise: 'If you do not come, and have no good reason, we must tell the prosecuting authority.',
    yourData: 'Information about you',
    kept: 'We keep only what we need for the meeting. You may see what we have kept, and who has seen it.',
    greeting: 'Yours sincerely'
  },
  notice: {
    heading: 'Notice to the prosecuting authority',
    reference: 'Your reference',
    person: 'Concerning',
    born: 'Born',
    about: 'About',
    days: 'Date',
    subject: {
      unclear_condition: 'The condition is unclear',
      wrong_municipality: 'The person stays in another municipality',
      no_show: 'The person did not attend',
      test_not_given: 'A test was not given',
      positive_test: 'Answer to a test',
      attended: 'The person has attended'
    },
    body: {
      unclear_condition: 'We need to know what the condition is before we can summon the person.',
      wrong_municipality: 'The municipality where the person stays is responsible. We therefore return the case.',
      no_show: 'The person was summoned in writing and did not attend. We know of no valid reason.',
      test_not_given: 'The person has not given a test as the condition says.',
      positive_test: 'We report a test under the agreement between you and us. The laboratory sends the answer.',
      attended: 'The person has attended. The condition of attendance is fulfilled.'
    },
    asks: 'What we ask',
    asked: {
      unclear_condition: 'Please answer in writing what the condition is, and for how long it applies.',
      wrong_municipality: 'Please send the case to the right municipality.',
      no_show: 'Please decide what is to happen, and whether we are to summon again.',
      test_not_given: 'Please decide what is to happen.',
      positive_test: null,
      attended: null
    }
  },
  statutes: { 'strpl.': 'the Criminal Procedure Act', 'strl.': 'the Penal Code', 'jf.': 'cf.' },
  page: (page, pages) => `Page ${page} of ${pages}`
};
