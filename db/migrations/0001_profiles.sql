DROP INDEX `roles_by_person`;--> statement-breakpoint
CREATE INDEX `roles_by_person` ON `roles` (`person_id`,`id`);--> statement-breakpoint
ALTER TABLE `bodies` ADD `parent_id` text;--> statement-breakpoint
CREATE INDEX `bodies_by_parent` ON `bodies` (`parent_id`) WHERE "bodies"."parent_id" is not null;--> statement-breakpoint
ALTER TABLE `lines` ADD `is_suspended_by_system` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `lines` ADD `seats` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
UPDATE `bodies` SET `parent_id` = json_extract(`document`, '$.parentId');
