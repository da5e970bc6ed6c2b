/** The files of a clinic's own knowledge folder, by path, but for the leads' README and the schemas. */
export const FIRST_FILES: Readonly<Record<string, string>> = {
  'about.yml': `# yaml-language-server: $schema=schema/topic.json
# The first topic: a whole entry to copy. Each further topic is a file of its own, such as safety.yml.
topic: About this FAQ
entries:
  about-this-faq:
    questions:
      - What is this FAQ, and who writes it?
      - who writes these answers
      - who checked what the bot says
      - where do the answers of this bot come from
      - can I trust what the FAQ bot tells me
      - an answer here is wrong, whom do I tell
      - how do I get a new question into the FAQ
      - who looks after this list of answers
    short: Our leads write this FAQ; the bot shows their words and nothing else.
    answer: |
      - **Who writes it:** the leads of our clinic, each for a few topics [1].
      - **What the bot does:** it looks for the answer that fits your question and shows it word for word. It makes nothing up, and it says so where the FAQ has no answer.
      - **Is something wrong, or missing?** Press the thumb down and say why, or ask a lead. A lead looks at it and mends the answer.

      In doubt about a patient, ask the licensed clinician in charge, not the bot.
    evidence: practice
    sources: [our-clinic]
    tests:
      - which people wrote down the answers here
`,
  'sources.yml': `# yaml-language-server: $schema=schema/sources.json
# Every source, under the id that entries cite. Remove the first one once nothing cites it.
sources:
  our-clinic:
    citation: "Our clinic. Rules of the house."
    type: practice page
    verified: true
    note: "What we do here; not evidence that anything works."
`,
  'glossary.yml': `# yaml-language-server: $schema=schema/glossary.json
# Words that mean the same to the search, and what staff type in a hurry.
shorthand:
  faqs: FAQ
`,
  'tests.yml': `# yaml-language-server: $schema=schema/tests.json
# What must not be answered. "npm run check" asks these after each change.
not_answered:
  - who won the game last night
  - what is the code for the printer
`,
  '.editorconfig': `root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
indent_style = space
indent_size = 2
`,
  '.gitattributes': '* text=auto eol=lf\n',
  '.vscode/extensions.json': '{ "recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"] }\n',
  '.github/workflows/check.yml': `# Checks every change of the knowledge, and marks what is wrong at its line in the pull request.
name: Check the knowledge
on:
  push:
  pull_request:
permissions:
  contents: read
env:
  # Where your copy of the program is: owner/name.
  PROGRAM: your-clinic/iastm-faq-bot
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v4
        with:
          path: knowledge-of-clinic
          persist-credentials: false
      - uses: actions/checkout@v4
        with:
          repository: \${{ env.PROGRAM }}
          path: program
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npm ci --ignore-scripts
        working-directory: program
      - run: npm run -s check -- ../knowledge-of-clinic
        working-directory: program
`,
};
