// Before svelte-eslint-parser is loaded, which reads it then: TypeScript gets every component as TypeScript from the
// start, and knows what it exports. Without it the program is made anew for each component that is linted.
process.env.SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK = '1';
