export default function Page() {
  return <h1>A screen</h1>;
}
