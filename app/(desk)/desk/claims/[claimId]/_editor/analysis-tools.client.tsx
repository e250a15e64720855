'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Bold, BookMarked, Heading2, Heading3, Italic, List, ListOrdered, type LucideIcon, TextQuote } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { DropdownMenu, Toolbar } from 'radix-ui';
import { Icon } from '@/components/ui/icon';
import { localeFacts } from '@/messages/locales';
import type { CitedSource } from './citation-node';

type Tool = { name: string; icon: LucideIcon; isActive: (editor: Editor) => boolean; run: (editor: Editor) => void };

const tools: Tool[] = [
  {
    name: 'bold',
    icon: Bold,
    isActive: (editor) => editor.isActive('bold'),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    icon: Italic,
    isActive: (editor) => editor.isActive('italic'),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'heading2',
    icon: Heading2,
    isActive: (editor) => editor.isActive('heading', { level: 2 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: 'heading3',
    icon: Heading3,
    isActive: (editor) => editor.isActive('heading', { level: 3 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    name: 'bulletList',
    icon: List,
    isActive: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    icon: ListOrdered,
    isActive: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'quotation',
    icon: TextQuote,
    isActive: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

/** One stop of the Tab key; the arrow keys move within, in the direction of the page. */
export function AnalysisTools({ editor, sources }: { editor: Editor; sources: CitedSource[] }) {
  const t = useTranslations('editor.tools');
  const { dir } = localeFacts(useLocale());
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => tools.filter((tool) => tool.isActive(now)).map(({ name }) => name),
  });
  return (
    <Toolbar.Root className="tools" dir={dir} aria-label={t('label')}>
      {tools.map(({ name, icon, run }) => (
        <Toolbar.Button
          key={name}
          aria-label={t(name)}
          title={t(name)}
          aria-pressed={active.includes(name)}
          onClick={() => run(editor)}
        >
          <Icon as={icon} />
        </Toolbar.Button>
      ))}
      <span className="sep" />
      <CiteMenu editor={editor} sources={sources} dir={dir} />
    </Toolbar.Root>
  );
}

function CiteMenu({ editor, sources, dir }: { editor: Editor; sources: CitedSource[]; dir: 'ltr' | 'rtl' }) {
  const t = useTranslations('editor.tools');
  const cite = (source: string) =>
    editor
      .chain()
      .focus()
      .insertContent([
        { type: 'citation', attrs: { source } },
        { type: 'text', text: ' ' },
      ])
      .run();
  /** To the caret, after a choice and after none: the button would be a step away from the next word. */
  const backToText = (event: Event) => {
    event.preventDefault();
    editor.commands.focus();
  };
  return (
    <DropdownMenu.Root dir={dir}>
      <Toolbar.Button asChild>
        <DropdownMenu.Trigger aria-label={t('cite')} title={t('cite')}>
          <Icon as={BookMarked} />
        </DropdownMenu.Trigger>
      </Toolbar.Button>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="cite-menu" align="start" onCloseAutoFocus={backToText}>
          {sources.length === 0 && <DropdownMenu.Label>{t('noSources')}</DropdownMenu.Label>}
          {sources.map(({ id, number, title }) => (
            <DropdownMenu.Item key={id} onSelect={() => cite(id)}>
              <span className="num muted">E{number}</span>
              <bdi>{title}</bdi>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
