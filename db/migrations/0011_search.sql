CREATE TABLE `search_entries` (
	`key` text PRIMARY KEY NOT NULL,
	`stamp` text NOT NULL,
	`firstRow` integer,
	`lastRow` integer
);
