/** The body of the setup command from the form's fields. Texts go as they were typed: the command trims, checks and answers field by field. */
export function setupOf(form: FormData, { token, parties }: { token: string; parties: number }) {
  const text = (name: string) => String(form.get(name) ?? '');
  const person = (prefix: string) => ({
    name: text(`${prefix}.name`),
    email: text(`${prefix}.email`),
    password: text(`${prefix}.password`),
  });
  return {
    token,
    workspace: {
      name: text('workspace.name'),
      slug: text('workspace.slug'),
      timeZone: text('workspace.timeZone'),
      mainLanguage: text('workspace.mainLanguage'),
      contact: text('workspace.contact'),
    },
    steward: person('steward'),
    parties: Array.from({ length: parties }, (_, index) => ({
      name: text(`parties.${index}.name`),
      letter: text(`parties.${index}.letter`),
      standing: text(`parties.${index}.standing`),
      ...moderatorOf(person(`parties.${index}.moderator`)),
    })),
  };
}

/** A party whose moderator is left empty gets one by an invitation; half a moderator is sent as it is, and refused by its fields. */
function moderatorOf(moderator: { name: string; email: string; password: string }) {
  return Object.values(moderator).every((value) => value.trim() === '') ? {} : { moderator };
}
