import { Extension } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/**
 * Puts the caret behind what a redo brought back, where one goes on typing. The undo plugin remembers the selection from before a step was undone as a place
 * beside letters that no longer exist by then, and comes back in front of them.
 */
export const RedoCaret = Extension.create({
  name: 'redoCaret',
  // Before Collaboration, whose keys these are.
  priority: 1001,

  addKeyboardShortcuts() {
    const redo = () => {
      const before = this.editor.state.doc;
      if (!this.editor.commands.redo()) return false;
      const { state, view } = this.editor;
      const start = before.content.findDiffStart(state.doc.content);
      const end = before.content.findDiffEnd(state.doc.content);
      if (start !== null && end !== null) {
        const behind = state.doc.resolve(Math.max(start, end.b));
        view.dispatch(state.tr.setSelection(TextSelection.near(behind, -1)).scrollIntoView());
      }
      return true;
    };
    return { 'Mod-y': redo, 'Shift-Mod-z': redo };
  },
});
