export { applyChanges, revertChanges } from './apply';
export { changeListOf } from './make';
export { changeListFile, parseChangeList } from './read';
export { CHANGE_LIST_FORMAT, type ChangeList, type ListedChange } from './types';
