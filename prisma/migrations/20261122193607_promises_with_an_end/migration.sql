-- CreateIndex
CREATE INDEX "reward_open_with_end" ON "reward"("expires_on") WHERE (expires_on is not null and state in ('awaiting_publication', 'promised', 'waiting_for_code'));
