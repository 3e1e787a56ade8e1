import type { CommentActs } from '@/components/comments/acts';
import {
  answerThreadAction,
  mentionableAction,
  openThreadAction,
  settleThreadAction,
  takeBackCommentAction,
  widenThreadAction,
} from './comments';

/** The acts of comments as pages hand them to their components. */
export const COMMENT_ACTS: CommentActs = {
  open: openThreadAction,
  answer: answerThreadAction,
  settle: settleThreadAction,
  takeBack: takeBackCommentAction,
  widen: widenThreadAction,
  mentionable: mentionableAction,
};
