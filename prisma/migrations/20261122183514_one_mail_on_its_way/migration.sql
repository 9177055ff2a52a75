-- CreateIndex
CREATE UNIQUE INDEX "message_one_on_its_way" ON "message"("reward_id", "shop_id") WHERE (state = 'waiting');
