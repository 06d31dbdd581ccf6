import { organisations } from './identity-accounts.ts';

/** The page where someone signs in. Its form goes back to its own address. */
export function signInPage(problem = ''): string {
  const options = organisations.map(({ number, name }) => `<option value="${number}">${name}</option>`);
  return page(
    'Logg inn hos den som går god for deg',
    `<p role="alert">${problem}</p>
    <form method="post">
      <p><label>Brukernavn <input name="username" autofocus></label></p>
      <p><label>Organisasjon <select name="organisation"><option value="">Ingen</option>${options.join('')}</select></label></p>
      <button name="action" value="sign-in">Logg inn</button>
      <button name="action" value="cancel">Avbryt</button>
    </form>`
  );
}

/** The page where someone signs out; `form` is the provider's own. */
export function signOutPage(form: string): string {
  return page('Logg ut', `${form}<button form="op.logoutForm" name="logout" value="yes">Logg ut</button>`);
}

export function messagePage(message: string): string {
  return page(message, '');
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="nb">
  <head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head>
  <body><main><h1>${title}</h1>${body}</main></body>
</html>`;
}
