CREATE TABLE `device_copy_rules` (
	`meetingId` text NOT NULL,
	`since` text NOT NULL,
	`allowed` integer NOT NULL,
	`setBy` text NOT NULL,
	PRIMARY KEY(`meetingId`, `since`),
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`setBy`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
