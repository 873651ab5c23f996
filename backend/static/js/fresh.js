// A page that tells what the server has is opened anew once something that was kept on this device has arrived there.
import { CHANNEL } from "./offline/store.js";

new BroadcastChannel(CHANNEL).addEventListener("message", ({ data }) => {
  if (data.answer?.progress || data.photo === "sent") location.reload();
});
