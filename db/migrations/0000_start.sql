CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`recorded` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `bodies` (
	`id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`pull_number` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `desk` (
	`id` integer PRIMARY KEY NOT NULL,
	`environment` text NOT NULL,
	`desk_id` text NOT NULL,
	`cursor` text,
	`pull_number` integer DEFAULT 1 NOT NULL,
	`pull_done` integer DEFAULT false NOT NULL,
	`me` text,
	`preferences` text NOT NULL,
	`saved_preferences` text NOT NULL,
	`last_sync_at` text
);
--> statement-breakpoint
CREATE TABLE `lines` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`status` text NOT NULL,
	`is_decided` integer NOT NULL,
	`type` text NOT NULL,
	`function` text NOT NULL,
	`country` text NOT NULL,
	`person_name` text NOT NULL,
	`person_email` text NOT NULL,
	`body_name` text NOT NULL,
	`body_code` text,
	`requested_at` text NOT NULL,
	`due_at` text NOT NULL,
	`decided_at` text,
	`decided` text,
	`unsent` text,
	`advice` text NOT NULL,
	`claim` text,
	`person_key` text NOT NULL,
	`body_key` text NOT NULL,
	`search_text` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `roles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `lines_status_person` ON `lines` (`status`,`person_key`,`id`);--> statement-breakpoint
CREATE INDEX `lines_status_body` ON `lines` (`status`,`body_key`,`id`);--> statement-breakpoint
CREATE INDEX `lines_status_due` ON `lines` (`status`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `lines_status_decided` ON `lines` (`status`,`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `lines_status_facets` ON `lines` (`status`,`country`,`type`);--> statement-breakpoint
CREATE INDEX `lines_decided_decided` ON `lines` (`is_decided`,`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `lines_decided_facets` ON `lines` (`is_decided`,`country`,`type`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`batch_id` text NOT NULL,
	`role_id` text NOT NULL,
	`state` text NOT NULL,
	`held_until` text,
	`decision` text NOT NULL,
	`person_name` text NOT NULL,
	`body_name` text NOT NULL,
	`code` text,
	`current` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_id_unique` ON `outbox` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_by_role` ON `outbox` (`role_id`);--> statement-breakpoint
CREATE INDEX `outbox_by_batch` ON `outbox` (`batch_id`);--> statement-breakpoint
CREATE INDEX `outbox_by_state` ON `outbox` (`state`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`pull_number` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`body_id` text NOT NULL,
	`person_id` text NOT NULL,
	`document` text NOT NULL,
	`pull_number` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `roles_by_body` ON `roles` (`body_id`);--> statement-breakpoint
CREATE INDEX `roles_by_person` ON `roles` (`person_id`);