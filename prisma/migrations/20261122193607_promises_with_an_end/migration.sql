-- CreateIndex
CREATE INDEX "reward_open_with_end" ON "reward"("expires_on") WHERE (expires_on is not null and (state = 'awaiting_publication' or state = 'promised' or state = 'waiting_for_code'));
