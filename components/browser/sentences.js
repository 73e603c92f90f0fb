// Sentences with {placeholders}, and the small parts of markup that several components share.

export const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

export const icon = (name) => `<i class="q-icon notranslate material-icons" aria-hidden="true">${name}</i>`;
