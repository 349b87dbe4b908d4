CREATE TABLE `bodies` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`country` text NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bodies_id_unique` ON `bodies` (`id`);--> statement-breakpoint
CREATE INDEX `bodies_by_country` ON `bodies` (`type`,`country`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`content_hash` text NOT NULL,
	`result` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `feed` (
	`entity_id` text NOT NULL,
	`seat` text NOT NULL,
	`again` integer NOT NULL,
	`kind` text NOT NULL,
	`seq` integer NOT NULL,
	`gone` integer NOT NULL,
	PRIMARY KEY(`entity_id`, `seat`, `again`)
);
--> statement-breakpoint
CREATE INDEX `feed_by_seat` ON `feed` (`seat`,`seq`);--> statement-breakpoint
CREATE TABLE `filings` (
	`person_id` text NOT NULL,
	`key` text NOT NULL,
	`content_hash` text NOT NULL,
	`result` text NOT NULL,
	PRIMARY KEY(`person_id`, `key`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `history` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`role_id` text NOT NULL,
	`line` text NOT NULL,
	FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `history_by_role` ON `history` (`role_id`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_username_unique` ON `persons` (`username`);--> statement-breakpoint
CREATE TABLE `preferences` (
	`person_id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`document` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `registry` (
	`id` integer PRIMARY KEY NOT NULL,
	`environment` text NOT NULL,
	`feed_id` text NOT NULL,
	`head` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`body_id` text NOT NULL,
	`status` text NOT NULL,
	`document` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `roles_by_person` ON `roles` (`person_id`);--> statement-breakpoint
CREATE INDEX `roles_by_body` ON `roles` (`body_id`);--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`jwk` text NOT NULL
);
