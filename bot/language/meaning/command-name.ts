/** What can be commanded beside asking for a meeting. */
export type CommandName = 'status' | 'list' | 'remind' | 'move' | 'cancel' | 'confirm' | 'help' | 'pending';
