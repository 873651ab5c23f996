// Makes a photo small before it leaves the phone: 1600 pixels, 250 KB. A canvas keeps nothing but pixels, so place and camera
// stay on the phone.
const EDGE = 1600, LEAST = 200, MOST = 250_000, QUALITIES = [0.82, 0.7, 0.58, 0.45, 0.32];

export async function smaller(file) {
  if (!file.type.startsWith("image/")) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  let blob;
  for (let n = 0, edge = EDGE; !blob || (blob.size > MOST && edge > LEAST); n += 1, edge *= 0.9) {
    blob = await jpeg(picture, edge, QUALITIES[Math.min(n, QUALITIES.length - 1)]);
  }
  return new File([blob], `${file.name.replace(/\.\w+$/, "")}.jpg`, { type: blob.type, lastModified: file.lastModified });
}

function jpeg(picture, edge, quality) {
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height)), canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed()), "image/jpeg", quality));
}
