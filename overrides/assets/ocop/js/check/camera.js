/* A code is read off a picture that the phone's own camera takes: no permission is asked for, nothing leaves the phone. */

const FORMATS = ["qr_code", "ean_13"]

/* Put the control behind the form, where the browser can read codes; `tell` hears what was read, "" for nothing. */
export async function offerCamera(form, words, tell) {
  if (!("BarcodeDetector" in window)) return
  const can = await BarcodeDetector.getSupportedFormats().catch(() => [])
  const formats = FORMATS.filter((each) => can.includes(each))
  if (!formats.length) return
  const input = Object.assign(document.createElement("input"), { type: "file", accept: "image/*", className: "sr" })
  input.setAttribute("capture", "environment")
  const label = Object.assign(document.createElement("label"), { className: "btn line" })
  label.append(words.photograph, input)
  const note = Object.assign(document.createElement("p"), { className: "small soft", textContent: words.photograph_stays })
  const control = Object.assign(document.createElement("div"), { className: "camera" })
  control.append(label, note)
  form.after(control)
  input.addEventListener("change", async () => {
    const [file] = input.files
    if (file) tell(await read(file, new BarcodeDetector({ formats })))
    input.value = "" // the same picture may be chosen again
  })
}

async function read(file, detector) {
  try {
    const [code] = await detector.detect(await createImageBitmap(file))
    return code ? code.rawValue : ""
  } catch (_) {
    return ""
  }
}
