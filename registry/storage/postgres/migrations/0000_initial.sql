CREATE SEQUENCE "public"."feed_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "bodies" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"country" text COLLATE "C" NOT NULL,
	"parent_id" text COLLATE "C",
	"name_key" text COLLATE "C" NOT NULL,
	"search_text" text COLLATE "C" NOT NULL,
	"facets" text COLLATE "C" NOT NULL,
	"document" text COLLATE "C" NOT NULL,
	CONSTRAINT "bodies_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"content_hash" text COLLATE "C" NOT NULL,
	"result" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed" (
	"entity_id" text COLLATE "C" NOT NULL,
	"seat" text COLLATE "C" NOT NULL,
	"again" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"gone" integer NOT NULL,
	CONSTRAINT "feed_entity_id_seat_again_pk" PRIMARY KEY("entity_id","seat","again")
);
--> statement-breakpoint
CREATE TABLE "feed_heads" (
	"head" bigint PRIMARY KEY NOT NULL,
	"day" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "filings" (
	"person_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"content_hash" text COLLATE "C" NOT NULL,
	"result" text COLLATE "C" NOT NULL,
	CONSTRAINT "filings_person_id_key_pk" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "history" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"role_id" text COLLATE "C" NOT NULL,
	"line" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"username" text COLLATE "C" NOT NULL,
	"document" text COLLATE "C" NOT NULL,
	CONSTRAINT "persons_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"person_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"document" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registry" (
	"id" integer PRIMARY KEY NOT NULL,
	"environment" text COLLATE "C" NOT NULL,
	"feed_id" text COLLATE "C" NOT NULL,
	"place" text COLLATE "C" DEFAULT '' NOT NULL,
	"compacted_to" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"body_id" text COLLATE "C" NOT NULL,
	"responsible_id" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"document" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"jwk" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_role_id_roles_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."roles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bodies_by_country" ON "bodies" USING btree ("type","country");--> statement-breakpoint
CREATE INDEX "bodies_by_name" ON "bodies" USING btree ("type","name_key","id");--> statement-breakpoint
CREATE INDEX "bodies_by_parent" ON "bodies" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "feed_by_seat" ON "feed" USING btree ("seat","seq");--> statement-breakpoint
CREATE INDEX "history_by_role" ON "history" USING btree ("role_id");--> statement-breakpoint
CREATE INDEX "roles_by_person" ON "roles" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "roles_by_body" ON "roles" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "roles_by_responsible" ON "roles" USING btree ("responsible_id");