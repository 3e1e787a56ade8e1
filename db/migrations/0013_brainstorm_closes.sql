ALTER TABLE `brainstorm_rounds` ADD `closesAt` text;--> statement-breakpoint
ALTER TABLE `brainstorm_rounds` ADD `reminded` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `clause_sources` ADD `fromSourceId` text;--> statement-breakpoint
CREATE TRIGGER brainstorm_rounds_closed BEFORE UPDATE ON brainstorm_rounds
WHEN OLD.closedAt IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'mufakat:BS4 a round that was closed stays closed');
END;
