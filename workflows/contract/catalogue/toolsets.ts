import { createTask } from './create-task.ts';
import { deleteTask } from './delete-task.ts';
import { getNotes } from './get-notes.ts';
import { listTasks } from './list-tasks.ts';
import { saveNote } from './save-note.ts';
import { updateTask } from './update-task.ts';

/** What a deployment may switch on beside the first eleven, so that no client drowns in tools. */
export const toolsets = {
  tasks: { listTasks, createTask, updateTask, deleteTask },
  notes: { saveNote, getNotes },
} as const;
