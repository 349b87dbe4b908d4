CREATE TABLE `feed_days` (
	`day` text PRIMARY KEY NOT NULL,
	`head` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `bodies` ADD `parent_id` text;--> statement-breakpoint
ALTER TABLE `bodies` ADD `name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `bodies` ADD `search_text` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `bodies` ADD `facets` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `bodies_by_name` ON `bodies` (`type`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `bodies_by_parent` ON `bodies` (`parent_id`);--> statement-breakpoint
ALTER TABLE `registry` ADD `compacted_to` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `roles` ADD `responsible_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `roles_by_responsible` ON `roles` (`responsible_id`);--> statement-breakpoint
UPDATE `roles` SET `responsible_id` = json_extract(`document`, '$.responsibleId');
